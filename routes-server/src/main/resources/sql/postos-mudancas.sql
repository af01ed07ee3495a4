SELECT mudancas FROM postos_mudancas

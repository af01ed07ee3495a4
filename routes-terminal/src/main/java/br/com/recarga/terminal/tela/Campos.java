package br.com.recarga.terminal.tela;

import java.util.Map;

/** The contract's fields as they are called on a command line. */
final class Campos {

    private static final Map<String, String> OPCOES = Map.ofEntries(
            Map.entry("placa", "--placa"),
            Map.entry("modelo", "--modelo"),
            Map.entry("capacidade_bateria", "--capacidade"),
            Map.entry("nivel_bateria_atual", "--nivel"),
            Map.entry("taxa_descarga", "--consumo"),
            Map.entry("potencia_maxima_ac", "--potencia-ac"),
            Map.entry("potencia_maxima_cc", "--potencia-cc"),
            Map.entry("conectores", "--conectores"),
            Map.entry("carga_maxima", "--carga-maxima"),
            Map.entry("chegada_minima", "--chegada-minima"),
            Map.entry("server_id", "--servidor"),
            Map.entry("posto_id", "--posto"),
            Map.entry("inicio", "--inicio"),
            Map.entry("fim", "--fim"),
            Map.entry("request_id", "--chave"),
            Map.entry("codigo_reserva", "--codigo"),
            Map.entry("motivo", "--motivo"),
            Map.entry("origem", "--de"),
            Map.entry("destino", "--para"),
            Map.entry("partida", "--partida"),
            Map.entry("reserva_bateria", "--reserva-bateria"),
            Map.entry("conector", "--conector"));

    private Campos() {}

    /** @param campo its path on the wire */
    static String opcao(String campo) {
        String nome = campo.startsWith("carro.") ? campo.substring("carro.".length()) : campo;
        return OPCOES.getOrDefault(nome, campo) + ":";
    }
}

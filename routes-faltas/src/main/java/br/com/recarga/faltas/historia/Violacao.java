package br.com.recarga.faltas.historia;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Something that was promised and is not so.
 *
 * @param texto in the words of the report
 * @param tentativas the calls that show it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Violacao(Regra regra, String texto, List<Tentativa> tentativas) {

    /** What is promised. */
    public enum Regra {
        UMA_RESERVA_POR_VAGA("nenhuma vaga reservada duas vezes"),
        UM_POSTO_POR_CARRO("nenhum carro em dois postos de um operador ao mesmo tempo"),
        NADA_SE_PERDE("nada do que foi confirmado se perde"),
        TUDO_OU_NADA("viagens: tudo ou nada"),
        UM_EFEITO_POR_CHAVE("um só efeito por chave"),
        RESPOSTA_A_TEMPO("resposta, ou queda da conexão, a tempo"),
        QUEM_ESTA_NAO_ESTA_FORA("ninguém é dito fora do ar com uma réplica no ar");

        private final String porExtenso;

        Regra(String porExtenso) {
            this.porExtenso = porExtenso;
        }

        /** As the report says it. */
        public String porExtenso() {
            return porExtenso;
        }
    }
}

package br.com.recarga.client.viagens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import br.com.recarga.contract.SituacaoViagem;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TentativasTest {

    private final Tentativas tentativas = new Tentativas(mock(), mock());

    @Test
    void aRefusalIsNoneBeforeTheLastAttemptIsOver() {
        tentativas.comecar("v-1");
        assertThat(tentativas.contada(viagem(SituacaoViagem.RECUSADA)).situacao())
                .isEqualTo(SituacaoViagem.EM_ANDAMENTO);

        tentativas.acabar("v-1");
        assertThat(tentativas.contada(viagem(SituacaoViagem.RECUSADA)).situacao())
                .isEqualTo(SituacaoViagem.RECUSADA);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RECUSADA")
    void everyOtherStateIsToldAsItIs(SituacaoViagem situacao) {
        tentativas.comecar("v-1");

        assertThat(tentativas.contada(viagem(situacao))).isEqualTo(viagem(situacao));
    }

    @Test
    void aTripThatNobodyTriesToReserveIsToldAsItIs() {
        tentativas.comecar("v-2");

        assertThat(tentativas.contada(viagem(SituacaoViagem.RECUSADA))).isEqualTo(viagem(SituacaoViagem.RECUSADA));
        assertThat(tentativas.contada(null)).isNull();
    }

    private static ViagemRegistro viagem(SituacaoViagem situacao) {
        return new ViagemRegistro("v-1", "c0d1", "r-1", null, 1, situacao, List.of(), null, Instant.EPOCH);
    }
}

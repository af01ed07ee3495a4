package br.com.recarga.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The golden examples under {@code /contrato}: one message of each kind, as it goes over the wire. Server and client test
 * against these same bytes. {@code …_ORIGINAL} is what a peer sends that knows only the original's fields.
 */
public enum Exemplo {
    POSTOS_REQUEST(PostosRequest.class),
    POSTOS_REQUEST_FILTROS(PostosRequest.class),
    POSTOS_REQUEST_AGENDA(PostosRequest.class),
    POSTOS_REQUEST_PARTE(PostosRequest.class),
    POSTOS_RESPONSE(PostosResponse.class),
    POSTOS_RESPONSE_AGENDA(PostosResponse.class),
    POSTOS_RESPONSE_PARTE(PostosResponse.class),
    POSTOS_RESPONSE_ORIGINAL(PostosResponse.class),
    RESERVA_REQUEST(ReservaRequest.class),
    RESERVA_REQUEST_EQUIVALENTE(ReservaRequest.class),
    RESERVA_REQUEST_ORIGINAL(ReservaRequest.class),
    RESERVA_RESPONSE_SUCESSO(Resposta.class),
    RESERVA_RESPONSE_EQUIVALENTE(Resposta.class),
    RESERVA_RESPONSE_SUCESSO_ORIGINAL(Resposta.class),
    RESERVA_RESPONSE_POSTO_OCUPADO(Resposta.class),
    RESERVA_RESPONSE_POSTO_INEXISTENTE(Resposta.class),
    RESERVA_RESPONSE_ERRO_ORIGINAL(Resposta.class),
    RESERVA_RESPONSE_DADOS_INVALIDOS(Resposta.class),
    PRE_RESERVA_REQUEST(PreReservaRequest.class),
    PRE_RESERVA_RESPONSE(Resposta.class),
    PRE_RESERVA_RESPONSE_RECUSADA(Resposta.class),
    CONFIRMACAO_REQUEST(ConfirmacaoRequest.class),
    CONFIRMACAO_RESPONSE(Resposta.class),
    CONFIRMACAO_RESPONSE_RESERVA_EXPIRADA(Resposta.class),
    CANCELAMENTO_REQUEST(CancelamentoRequest.class),
    CANCELAMENTO_REQUEST_VIAGEM(CancelamentoRequest.class),
    CANCELAMENTO_RESPONSE(Resposta.class),
    CANCELAMENTO_RESPONSE_VIAGEM(Resposta.class),
    CANCELAMENTO_RESPONSE_TRANSICAO_INVALIDA(Resposta.class),
    ALTERACAO_REQUEST(AlteracaoRequest.class),
    ALTERACAO_RESPONSE(Resposta.class),
    RESERVAS_REQUEST(ReservasRequest.class),
    RESERVAS_REQUEST_PLACA(ReservasRequest.class),
    RESERVAS_REQUEST_REQUEST_ID(ReservasRequest.class),
    RESERVAS_REQUEST_VIAGEM(ReservasRequest.class),
    RESERVAS_RESPONSE(ReservasResponse.class),
    RESERVAS_RESPONSE_RESUMO(ReservasResponse.class),
    RESERVAS_RESPONSE_VIAGEM(ReservasResponse.class),
    RECUSA(Resposta.class),
    RESERVA_EVENTO(ReservaEvento.class),
    RESERVA_EVENTO_POSTO_OCUPADO(ReservaEvento.class),
    CARRO_STATUS(CarroTelemetria.class),
    CARRO_BATERIA(CarroTelemetria.class),
    ALERTA_BATERIA(AlertaBateria.class),
    PONTO_DISPONIBILIDADE(PontoDisponibilidade.class),
    PONTO_STATUS(PontoStatus.class),
    RESERVA_SITUACAO(ReservaSituacao.class),
    SERVIDOR_STATUS_ONLINE(ServidorStatus.class),
    SERVIDOR_STATUS_OFFLINE(ServidorStatus.class),
    RESERVAR_BODY(ReservarBody.class),
    RESERVAR_BODY_EQUIVALENTE(ReservarBody.class),
    RESERVAR_BODY_ORIGINAL(ReservarBody.class),
    ALTERAR_BODY(AlterarBody.class),
    ESPERAR_BODY(EsperarBody.class),
    RESPOSTA_ESPERA(RespostaEspera.class),
    QR_BODY(QrBody.class),
    RESPOSTA_QR(RespostaQr.class),
    VIAGEM_BODY(ViagemBody.class),
    VIAGEM(Viagem.class),
    VIAGEM_RECUSADA(Viagem.class),
    VIAGEM_PARADA_CANCELADA(Viagem.class),
    PLANEJAR_BODY(PlanejarBody.class),
    PLANEJAR_BODY_MINIMO(PlanejarBody.class),
    PLANO(Plano.class),
    PLANO_INVIAVEL(Plano.class),
    POSTO_BODY(PostoBody.class),
    POSTO(Posto.class),
    MANUTENCAO_BODY(ManutencaoBody.class),
    PONTO_ALTERADO(PontoAlterado.class),
    INDISPONIBILIDADES(Indisponibilidades.class),
    IMPORTACAO(Importacao.class),
    CARREGAMENTO_INICIO(CarregamentoInicio.class),
    CARREGAMENTO_FIM(CarregamentoFim.class),
    CARREGAMENTO_CORRECAO(CarregamentoCorrecao.class),
    CARREGAMENTO(Carregamento.class),
    CARREGAMENTOS_PAGINA(CarregamentosPagina.class),
    TROCA_DE_POSTO_REQUEST(TrocaDePostoRequest.class),
    RESERVAS_PAGINA(ReservasPagina.class),
    OCUPACAO(Ocupacao.class);

    private final Class<?> tipo;

    Exemplo(Class<?> tipo) {
        this.tipo = tipo;
    }

    /** The record that this message is. */
    public Class<?> tipo() {
        return tipo;
    }

    /** The message as it goes over the wire. */
    public byte[] bytes() {
        try (InputStream file = Exemplo.class.getResourceAsStream("/contrato/" + arquivo())) {
            if (file == null) {
                throw new IllegalStateException("no example " + arquivo());
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same as text. */
    public String texto() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /** Its file's name: {@code POSTOS_REQUEST} is {@code postos-request.json}. */
    String arquivo() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".json";
    }
}

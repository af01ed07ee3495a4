package br.com.recarga.contract;

/** The answer about a wait for a point. */
@WireFormat
public record RespostaEspera(String requestId, Status status, Codigo codigo, Espera espera) {

    public static RespostaEspera de(String requestId, Espera espera) {
        return new RespostaEspera(requestId, Status.SUCESSO, Codigo.OK, espera);
    }
}

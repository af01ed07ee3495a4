package br.com.recarga.terminal.rotas;

/** The broker is not there, so that nobody can be asked. */
public final class SemBroker extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param broker its URL */
    public SemBroker(String broker) {
        super(
                "Sem conexão com o broker em %s. Ele está no ar? MQTT_BROKER e MQTT_PORT dizem onde procurá-lo."
                        .formatted(broker.replaceFirst("^[a-z]+://", "")),
                null,
                false,
                false);
    }
}

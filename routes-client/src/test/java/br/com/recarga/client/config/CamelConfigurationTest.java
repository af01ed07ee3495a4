package br.com.recarga.client.config;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.client.ClientTest;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.platform.mqtt.ConnectedPahoMqtt5Component;
import org.apache.camel.CamelContext;
import org.apache.camel.component.jackson.JacksonDataFormat;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Properties of parts that are not ours: a name that is misspelled there is silently ignored. */
@ClientTest
class CamelConfigurationTest {

    @Autowired
    private CamelContext camel;

    @Test
    void theContextIsNamedAfterTheClient() {
        assertThat(camel.getName()).isEqualTo("client_servidor_7");
    }

    @Test
    void mqttMessagesAreDeliveredAtLeastOnce() {
        ConnectedPahoMqtt5Component paho = camel.getComponent("paho-mqtt5", ConnectedPahoMqtt5Component.class);

        assertThat(paho.getConfiguration().getQos()).isEqualTo(1);
    }

    @Test
    void jsonIsThatOfTheContract() {
        JacksonDataFormat json = (JacksonDataFormat) camel.resolveDataFormat("jackson");
        json.start();

        assertThat(json.isAutoDiscoverObjectMapper()).isTrue();
        assertThat(json.getObjectMapper()).isSameAs(ContractJson.mapper());
    }
}

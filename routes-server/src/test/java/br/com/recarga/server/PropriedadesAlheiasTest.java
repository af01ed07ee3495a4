package br.com.recarga.server;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.ContractJson;
import br.com.recarga.platform.mqtt.ConnectedPahoMqtt5Component;
import br.com.recarga.platform.mqtt.MqttSettings;
import com.zaxxer.hikari.HikariDataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.component.jackson.JacksonDataFormat;
import org.apache.camel.component.sql.SqlComponent;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Properties of parts that are not ours: a name that is misspelled there is silently ignored. */
@ServerTest
class PropriedadesAlheiasTest {

    @Autowired
    private CamelContext camel;

    @Test
    void theContextIsNamedAfterTheServer() {
        assertThat(camel.getName()).isEqualTo("server7");
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

    @Test
    void statementsThatNameNoPoolWrite(@Autowired HikariDataSource writers) {
        SqlComponent sql = camel.getComponent("sql", SqlComponent.class);

        assertThat(sql.getDataSource()).isSameAs(writers);
        assertThat(writers.getPoolName()).isEqualTo("escrita");
    }

    @Test
    void theSettingsOfTheBrokerBind(@Autowired MqttSettings mqtt) {
        assertThat(mqtt.brokerUrl()).isEqualTo("tcp://127.0.0.1:1");
        assertThat(mqtt.clientIdPrefix()).startsWith("server_server7-");
    }
}

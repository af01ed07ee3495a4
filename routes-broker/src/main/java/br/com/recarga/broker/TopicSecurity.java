package br.com.recarga.broker;

import java.security.Principal;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.config.WildcardConfiguration;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTUtil;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.apache.activemq.artemis.utils.CompositeAddress;

/** Asks {@link Partes} who comes and what he may, of addresses that are spelled as Artemis spells topics. */
final class TopicSecurity implements ActiveMQSecurityManager5 {

    /** Of Artemis's own addresses, such as those that keep what is retained. */
    private static final String INTERNAL = "$";

    private final Partes partes;
    private final WildcardConfiguration wildcards;

    TopicSecurity(Partes partes, WildcardConfiguration wildcards) {
        this.partes = partes;
        this.wildcards = wildcards;
    }

    @Override
    public Subject authenticate(String user, String password, RemotingConnection connection, String domain) {
        if (!partes.autentica(user, password)) {
            return null;
        }
        return new Subject(true, Set.of(new UserPrincipal(user)), Set.of(), Set.of());
    }

    @Override
    public boolean authorize(Subject subject, Set<Role> roles, CheckType checkType, String address) {
        if (subject == null || address.startsWith(INTERNAL)) {
            return false;
        }
        Direitos direitos = subject.getPrincipals(UserPrincipal.class).stream()
                .map(Principal::getName)
                .findFirst()
                .map(partes::direitos)
                .orElseThrow();
        // where a queue is meant, its name stands behind that of the topic
        String topic = MQTTUtil.getMqttTopicFromCoreAddress(CompositeAddress.extractAddressName(address), wildcards);
        return switch (checkType) {
            case SEND -> direitos.podePublicar(topic);
            case CONSUME,
                    BROWSE,
                    CREATE_DURABLE_QUEUE,
                    CREATE_NON_DURABLE_QUEUE,
                    DELETE_DURABLE_QUEUE,
                    DELETE_NON_DURABLE_QUEUE -> direitos.podeOuvir(topic);
            // whoever is the first to use a topic makes its address
            case CREATE_ADDRESS -> direitos.podePublicar(topic) || direitos.podeOuvir(topic);
            default -> false;
        };
    }

    @Override
    public boolean validateUser(String user, String password) {
        return partes.autentica(user, password);
    }

    /** Not asked: {@link #authorize} takes its place. */
    @Override
    public boolean validateUserAndRole(String user, String password, Set<Role> roles, CheckType checkType) {
        return false;
    }
}

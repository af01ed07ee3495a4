package br.com.recarga.platform.perfil;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/** Says at each start of a process that it is {@linkplain Perfil#ABERTO open}. */
public final class PerfilWarning implements ApplicationListener<ApplicationStartedEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(PerfilWarning.class);

    @Override
    public void onApplicationEvent(ApplicationStartedEvent started) {
        of(started.getApplicationContext().getEnvironment());
    }

    /** For a process that is more than one application. */
    public static void of(Environment settings) {
        if (Perfil.de(settings) == Perfil.ABERTO) {
            LOG.warn("Perfil aberto: quem está nesta máquina pode tudo, e por isso só se ouve em 127.0.0.1. "
                    + "Para uma rede, RECARGA_PERFIL=fechado (docs/operacao.md)");
        }
    }
}

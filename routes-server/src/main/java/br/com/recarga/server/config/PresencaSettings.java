package br.com.recarga.server.config;

import br.com.recarga.contract.Topicos;
import br.com.recarga.contract.validation.SemControle;
import br.com.recarga.platform.perfil.Perfil;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code recarga.*} of what a server tells the world of itself.
 *
 * @param topicos which kind it is for: with the shared ones it hears its own as well, with its own nothing else
 * @param perfil how closed it is
 * @param nome of the operator, for people, at most 80 characters; empty: it is not said
 * @param contato of the operator, for people, at most 200 characters; empty: it is not said
 * @param batida how often it says that it is there, 1 s to 10 min, in whole seconds
 */
@Validated
@ConfigurationProperties("recarga")
public record PresencaSettings(
        @DefaultValue("compartilhados") @NotNull Topicos topicos,
        @DefaultValue("aberto") @NotNull Perfil perfil,
        @DefaultValue("") @Size(max = 80) @SemControle String nome,
        @DefaultValue("") @Size(max = 200) @SemControle String contato,

        @DefaultValue("15s") @DurationMin(seconds = 1) @DurationMax(minutes = 10)
        Duration batida) {

    /** Whether it hears, and tells, on this kind of topics. */
    public boolean usa(Topicos tipo) {
        return tipo == Topicos.PROPRIOS || topicos == tipo;
    }

    /** Whether it takes the operator's orders on shared topics, where nobody can show who he is. */
    public boolean ouveOrdens() {
        return usa(Topicos.COMPARTILHADOS) && perfil == Perfil.ABERTO;
    }

    /** The kinds on which it hears, as it announces them. */
    public List<Topicos> ouvidos() {
        return topicos == Topicos.PROPRIOS
                ? List.of(Topicos.PROPRIOS)
                : List.of(Topicos.PROPRIOS, Topicos.COMPARTILHADOS);
    }
}

package br.com.recarga.contract.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import br.com.recarga.contract.Carro;
import br.com.recarga.contract.PostosRequest;
import br.com.recarga.contract.ReservaRequest;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MensagensTest {

    private final Locale machines = Locale.getDefault();

    @AfterEach
    void restoreTheLocale() {
        useLocale(machines);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pt-BR", "en-US", "de-DE", "ja-JP", "tr-TR", "ar-EG-u-nu-arab", "und"})
    void peopleAreToldInPortugueseWhateverTheMachineSpeaks(String language) {
        useLocale(Locale.forLanguageTag(language));

        assertThat(violadas(new Carro("?", " ", 0.5, -1.0, 11.0)))
                .containsOnly(
                        entry("placa", "deve ser uma placa como ABC1234 ou ABC1D23"),
                        entry("modelo", "não pode ficar em branco"),
                        entry("capacidadeBateria", "deve ser no mínimo 1"),
                        entry("nivelBateriaAtual", "deve ser no mínimo 0"),
                        entry("taxaDescarga", "deve ser no máximo 10"));
        assertThat(violadas(new Carro("ABC1234", "a\nb", 10.0, 10.5, 0.001)))
                .containsOnly(
                        entry("modelo", "não pode ter caracteres de controle"),
                        entry("nivelBateriaAtual", "não pode passar da capacidade da bateria"),
                        entry("taxaDescarga", "deve ser no mínimo 0.01"));
        assertThat(violadas(new ReservaRequest("um id", "a/b", null, null, 0, null, null, "é", null, null)))
                .containsOnly(
                        entry("requestId", "deve ter de 1 a 128 caracteres ASCII visíveis, sem espaços"),
                        entry("clientId", "deve ter de 1 a 64 letras, algarismos, ponto, hífen ou sublinhado"),
                        entry("serverId", "é obrigatório"),
                        entry("carro", "é obrigatório"),
                        entry("postoId", "deve ser maior que zero"),
                        entry("viagemId", "deve ter de 1 a 64 letras, algarismos, ponto, hífen ou sublinhado"));
        assertThat(violadas(new PostosRequest("r1", "c1", "s1", null, "", null, null, null, null, -1, null)))
                .containsOnly(
                        entry(
                                "tipoConector",
                                "deve ser um destes conectores: Tipo 1, Tipo 2, CCS1, CCS2, CHAdeMO, GB/T"),
                        entry("depoisDe", "deve ser no mínimo 0"));
    }

    private static Map<String, String> violadas(Object message) {
        try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
            return Regras.violadas(factory.getValidator(), message);
        }
    }

    private static void useLocale(Locale locale) {
        Locale.setDefault(locale);
        ResourceBundle.clearCache();
    }
}

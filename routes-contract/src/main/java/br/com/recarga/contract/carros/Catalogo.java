package br.com.recarga.contract.carros;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** The bundled catalogue of cars, by maker and model. */
public final class Catalogo {

    private static final String TABELA = "/carros/catalogo.csv";

    private Catalogo() {}

    /** Read once, by whoever asks first. */
    private static final class Lido {
        static final List<CarroDoCatalogo> CARROS = ler();
    }

    public static List<CarroDoCatalogo> carros() {
        return Lido.CARROS;
    }

    /** The first line says where the table is from, the second names the columns. */
    private static List<CarroDoCatalogo> ler() {
        try (InputStream tabela = Catalogo.class.getResourceAsStream(TABELA);
                BufferedReader linhas = new BufferedReader(new InputStreamReader(tabela, StandardCharsets.UTF_8))) {
            return linhas.lines().skip(2).map(Catalogo::carro).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CarroDoCatalogo carro(String linha) {
        String[] campos = linha.split("\\|", -1);
        return new CarroDoCatalogo(
                campos[0],
                campos[1],
                numero(campos[2]),
                numero(campos[3]),
                numero(campos[4]),
                campos[5].isEmpty() ? null : List.of(campos[5].split(";")),
                numero(campos[6]),
                List.of(campos[7].split(" ")),
                LocalDate.parse(campos[8]));
    }

    private static Double numero(String campo) {
        return campo.isEmpty() ? null : Double.valueOf(campo);
    }
}

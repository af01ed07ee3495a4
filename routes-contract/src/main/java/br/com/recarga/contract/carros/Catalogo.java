package br.com.recarga.contract.carros;

import br.com.recarga.contract.tabelas.TabelaIncluida;
import java.time.LocalDate;
import java.util.List;

/** The bundled catalogue of cars, by maker and model. */
public final class Catalogo {

    private static final String TABELA = "/carros/catalogo.csv";

    private Catalogo() {}

    /** Read once, by whoever asks first. */
    private static final class Lido {
        static final List<CarroDoCatalogo> CARROS = TabelaIncluida.ler(TABELA, Catalogo::carro);
    }

    public static List<CarroDoCatalogo> carros() {
        return Lido.CARROS;
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

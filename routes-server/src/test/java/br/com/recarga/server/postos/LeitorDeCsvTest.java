package br.com.recarga.server.postos;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import br.com.recarga.contract.Conector;
import br.com.recarga.contract.ErroCampo;
import br.com.recarga.contract.PostoBody;
import br.com.recarga.server.postos.LeitorDeCsv.Leitura;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeitorDeCsvTest {

    private static final String HEADER =
            "id,nome,cidade,uf,latitude,longitude,potencia_maxima,tipo_conector,preco_kwh\n";

    @Test
    void readsAPoint() throws IOException {
        assertThat(ler(HEADER + "5,Tomba,Feira de Santana,BA,-12.2888,-38.9604,11,Tipo 2,1.10")
                        .postos())
                .containsExactly(new PostoBody(
                        5, "Tomba", "Feira de Santana", "BA", "-12.28880000,-38.96040000", 11.0, "Tipo 2", 1.1));
    }

    @Test
    void countsTheLinesOfTheFileAndNotThePoints() throws IOException {
        Leitura leitura = ler(HEADER + "\n\n5,\"To\nmba\",Feira,BA,-12,-38,11,Tipo 2,1\nx,A,B,BA,-12,-38,3,Tipo 2,4\n");

        // a line break within a name is a control character
        assertThat(leitura.erros())
                .containsExactly(
                        new ErroCampo("linha 5, nome", "não pode ter caracteres de controle"),
                        new ErroCampo("linha 6, id", "deve ser um número inteiro"));
    }

    @Test
    void afterAQuotationMarkThatIsNeverClosedNothingIsRead() throws IOException {
        Leitura leitura = ler(HEADER + line(5) + "6,\"A,B,BA,1,2,3,C,4\n" + line(7));

        assertThat(leitura.postos()).extracting(PostoBody::id).containsExactly(5);
        assertThat(leitura.erros()).containsExactly(new ErroCampo("linha 3", "não é CSV daqui em diante"));
    }

    @Test
    void aColumnThatIsNamedTwiceIsAFaultOfTheFirstLine() throws IOException {
        assertThat(ler("id,id\n").erros()).first().isEqualTo(new ErroCampo("linha 1, id", "aparece duas vezes"));
    }

    static Stream<Arguments> asSpreadsheetsWriteIt() {
        return Stream.of(
                arguments("semicolons and decimal commas", brazilian(';').getBytes(UTF_8)),
                arguments("with a mark of the encoding", ("\uFEFF" + brazilian(';')).getBytes(UTF_8)),
                arguments("Latin-1", brazilian(';').getBytes(ISO_8859_1)),
                arguments("tabs", brazilian('\t').getBytes(UTF_8)),
                arguments("UTF-16, little end first", ("\uFEFF" + brazilian('\t')).getBytes(UTF_16LE)),
                arguments("UTF-16, big end first", ("\uFEFF" + brazilian(';')).getBytes(UTF_16BE)),
                arguments("UTF-16 without its mark", brazilian(';').getBytes(UTF_16LE)),
                arguments("CR and LF", brazilian(';').replace("\n", "\r\n").getBytes(UTF_8)),
                arguments("CR alone", brazilian(';').replace("\n", "\r").getBytes(UTF_8)),
                arguments("a line that names the separator", ("sep=;\r\n" + brazilian(';')).getBytes(UTF_8)),
                arguments(
                        "columns and lines that are empty",
                        (brazilian(';').replace("\n", ";;;\n") + ";;;;;;;;;;;\n;;;;;;;;;;;\n").getBytes(UTF_8)),
                arguments(
                        "commas, with decimal commas in quotes",
                        brazilian(',')
                                .replaceAll("(?<![ 0-9])(-?[0-9]+,[0-9]+)", "\"$1\"")
                                .getBytes(UTF_8)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void asSpreadsheetsWriteIt(String how, byte[] csv) throws IOException {
        Leitura leitura = new LeitorDeCsv().ler(csv);

        assertThat(leitura.erros()).isEmpty();
        assertThat(leitura.postos())
                .containsExactly(new PostoBody(
                        5, "São João", "Feira de Santana", "BA", "-12.28880000,-38.96040000", 11.5, "CCS2", 1.1));
        assertThat(leitura.avisos()).isEmpty();
    }

    /** The decimal comma keeps its quotes away where a comma separates too. */
    private static String brazilian(char separator) {
        String separated = "ID | Nome | Cidade|UF|Latitude|Longitude|Potência Máxima|Tipo-Conector|PREÇO KWH\n"
                + "5|São João|Feira de Santana|BA|-12,2888|-38,9604|11,5|Combo 2|1,10\n";
        return separated.replace('|', separator);
    }

    @Test
    void whatWasDamagedOnItsWayIsNamedByLineAndColumn() throws IOException {
        byte[] damaged = (HEADER + line(5) + "6,João?,Ilhéus,BA,-14.79,-39.05,11,Tipo 2,1\n").getBytes(UTF_8);
        for (int i = 0; i < damaged.length; i++) {
            damaged[i] = damaged[i] == '?' ? (byte) 0xE3 : damaged[i];
        }

        Leitura leitura = new LeitorDeCsv().ler(damaged);

        assertThat(leitura.postos()).extracting(PostoBody::id).containsExactly(5);
        assertThat(leitura.erros())
                .containsExactly(
                        new ErroCampo("linha 3, nome", "tem um caractere que não se lê na codificação do arquivo"));
    }

    @Test
    void anotherKindOfFileIsNotRead() throws IOException {
        assertThat(new LeitorDeCsv()
                        .ler(new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0, -1, -2})
                        .erros())
                .extracting(ErroCampo::mensagem)
                .singleElement()
                .asString()
                .startsWith("faltam as colunas");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x1p5", "1e3", "NaN", "Infinity", "1d", "1.234,5", "\u0661", "", " ", "R$ 2", "+-1"})
    void numbersAreNumbers(String number) throws IOException {
        String csv =
                HEADER.replace(',', ';') + "5;A;Feira de Santana;BA;-12,2;-38,9;%s;CCS2;%s\n".formatted(number, number);

        assertThat(ler(csv).erros())
                .containsExactly(
                        new ErroCampo("linha 2, potencia_maxima", "deve ser um número, como 22.5 ou 22,5"),
                        new ErroCampo("linha 2, preco_kwh", "deve ser um número, como 22.5 ou 22,5"));
    }

    @Test
    void everyColumnOfALineIsToldAndOnceOnly() throws IOException {
        assertThat(ler(HEADER + "x,,B,ba,91,y,0,NACS,z\n").erros())
                .extracting(erro -> erro.campo() + ": " + erro.mensagem())
                .containsExactly(
                        "linha 2, id: deve ser um número inteiro",
                        "linha 2, nome: não pode ficar em branco",
                        "linha 2, uf: deve ser a sigla de um estado, como BA",
                        "linha 2, latitude: deve ser de -90 a 90",
                        "linha 2, longitude: deve ser um número, como 22.5 ou 22,5",
                        "linha 2, potencia_maxima: deve ser no mínimo 1",
                        "linha 2, tipo_conector: deve ser um destes conectores: " + Conector.lista(),
                        "linha 2, preco_kwh: deve ser um número, como 22.5 ou 22,5");
    }

    @Test
    void aDecimalCommaBetweenCommasIsGuessed() throws IOException {
        assertThat(ler(HEADER + "5,A,Feira de Santana,BA,-12,2,-38,9,60,CCS2,2,02\n")
                        .erros())
                .containsExactly(new ErroCampo(
                        "linha 2", "tem 12 colunas, e o cabeçalho tem 9: há vírgula decimal entre vírgulas?"));
    }

    @Test
    void aPlaceThatCannotBeRightIsRefusedAndADoubtfulOneTakenWithAWarning() throws IOException {
        Leitura leitura = ler(HEADER
                + "1,Nada,Salvador,BA,0,0,60,CCS2,2\n"
                + "2,Fora,Salvador,BA,-38.5014,-12.9714,60,CCS2,2\n"
                + "3,Longe,Salvador,BA,-8.05,-34.9,60,CCS2,2\n"
                + "4,Estado,Salvador,SE,-12.9714,-38.5014,60,CCS2,2\n"
                + "5,Certo,Salvador,BA,-12.9714,-38.5014,60,CCS2,2\n");

        assertThat(leitura.postos()).extracting(PostoBody::id).containsExactly(3, 4, 5);
        assertThat(leitura.erros())
                .extracting(ErroCampo::campo)
                .containsExactly("linha 2, latitude e longitude", "linha 3, latitude e longitude");
        assertThat(leitura.avisos())
                .extracting(ErroCampo::campo)
                .containsExactly("linha 4, latitude e longitude", "linha 5, uf");
    }

    @Test
    void thePointsOfACityThatNoTableKnowsAreComparedWithEachOther() throws IOException {
        Leitura leitura = ler(HEADER
                + "1,A,Porto de Galinhas,PE,-8.5047,-35.0073,60,CCS2,2\n"
                + "2,B,porto de  galinhas,PE,-8.5048,-35.0074,60,CCS2,2\n"
                + "3,C,Porto de Galinhas,PE,-8.28,-35.97,60,CCS2,2\n"
                + "4,D,Porto de Galinhas,PE,-8.5049,-35.0075,60,CCS2,2\n");

        assertThat(leitura.avisos())
                .containsExactly(new ErroCampo(
                        "linha 4, latitude e longitude", "fica a 109 km da maioria dos postos de Porto de Galinhas"));
    }

    private static String line(int id) {
        return id + ",A,Feira de Santana,BA,-12.2,-38.9,60,CCS2,2\n";
    }

    private static Leitura ler(String csv) throws IOException {
        return new LeitorDeCsv().ler(csv.getBytes(UTF_8));
    }
}

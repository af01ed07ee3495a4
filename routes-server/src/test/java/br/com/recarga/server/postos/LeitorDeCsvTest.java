package br.com.recarga.server.postos;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.recarga.contract.ErroCampo;
import br.com.recarga.contract.PostoBody;
import br.com.recarga.server.postos.LeitorDeCsv.Leitura;
import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

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
        Leitura leitura = ler(HEADER + "\n\n5,\"To\nmba\",Feira,BA,-12,-38,11,Tipo 2,1\nx,A,B,BA,1,2,3,C,4\n");

        // a line break within a name is a control character
        assertThat(leitura.erros()).extracting(ErroCampo::campo).containsExactly("linha 5", "linha 6");
    }

    @Test
    void afterAQuotationMarkThatIsNeverClosedNothingIsRead() throws IOException {
        Leitura leitura = ler(HEADER + "5,A,B,BA,1,2,3,C,4\n6,\"A,B,BA,1,2,3,C,4\n7,A,B,BA,1,2,3,C,4\n");

        assertThat(leitura.postos()).extracting(PostoBody::id).containsExactly(5);
        assertThat(leitura.erros()).containsExactly(new ErroCampo("linha 3", "não é CSV daqui em diante"));
    }

    @Test
    void aColumnThatIsNamedTwiceIsAFaultOfTheFirstLine() throws IOException {
        assertThat(ler("id,id\n").erros()).extracting(ErroCampo::campo).containsExactly("linha 1");
    }

    private static Leitura ler(String csv) throws IOException {
        return new LeitorDeCsv().ler(new StringReader(csv));
    }
}

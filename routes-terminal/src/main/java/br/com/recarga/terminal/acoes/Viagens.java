package br.com.recarga.terminal.acoes;

import br.com.recarga.contract.Carro;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.ParadaDaViagem;
import br.com.recarga.contract.PlanejarBody;
import br.com.recarga.contract.ViagemBody;
import br.com.recarga.contract.lugares.Fusos;
import br.com.recarga.terminal.acoes.Ambiente.Alcance;
import br.com.recarga.terminal.memoria.Lembrado.ViagemFeita;
import br.com.recarga.terminal.memoria.Lembrado.ViagemPedida;
import br.com.recarga.terminal.rotas.Chamada;
import br.com.recarga.terminal.rotas.Resultado;
import br.com.recarga.terminal.tela.Momento;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Trips, with what this terminal remembers of them. */
public final class Viagens {

    private static final TypeReference<List<ParadaDaViagem>> PARADAS = new TypeReference<>() {};

    /** Longer than the servers hold the stops of a trip for us: by then most are decided. */
    private static final Duration PACIENCIA = Duration.ofSeconds(75);

    private static final long INTERVALO_MS = 500;

    private static final Set<String> INCERTAS = Set.of("em_andamento", "cancelando");

    /** From this status on, an answer that names no trip may be followed by another one. */
    private static final int INTERNAL_SERVER_ERROR = 500;

    private static final String INCERTA =
            "Não se sabe se a viagem foi reservada; o próximo menu que se abrir a leva ao fim. Para saber, repita o pedido em "
                    + "Minhas reservas, no menu, ou assim: recarga viagem reservar --plano ARQUIVO --chave %s, com o mesmo "
                    + "plano e o mesmo carro";
    private static final String CANCELAMENTO_INCERTO =
            "Não se sabe se a viagem foi cancelada. Para saber: recarga viagem ver %s";

    private final Ambiente ambiente;

    public Viagens(Ambiente ambiente) {
        this.ambiente = ambiente;
    }

    /**
     * A wish that departs by the clocks of its origin, which the planner knows best, unless the time says its offset.
     *
     * @param partida null: now
     */
    public static PlanejarBody pedido(
            String origem,
            String destino,
            Carro carro,
            Momento partida,
            Double reservaBateria,
            String conector,
            Double cargaMaxima,
            Double chegadaMinima) {
        OffsetDateTime quando = Momento.em(Fusos.doLugar(origem).orElse(Fusos.BRASILIA), partida);
        boolean local = Momento.dependemDoLugar(partida);
        return new PlanejarBody(
                origem,
                destino,
                carro,
                local ? null : quando,
                local ? quando.toLocalDateTime() : null,
                reservaBateria,
                conector,
                cargaMaxima,
                chegadaMinima);
    }

    public Resultado planejar(PlanejarBody pedido) {
        return ambiente.chamar(Alcance.TAMBEM_VIAGENS, Chamada.planejar(pedido));
    }

    /**
     * The stops of a plan.
     *
     * @throws IllegalArgumentException if something else stands in their place; its cause knows where
     */
    public static List<ParadaDaViagem> paradas(JsonNode plano) {
        return ContractJson.mapper().convertValue(plano.path("paradas"), PARADAS);
    }

    /**
     * Reserves the stops of a plan and waits until that is certain, if it becomes so in about a minute.
     *
     * @param origem for the note of it; null: unknown
     * @param chave the request id: to repeat the request with it gives the same trip
     * @param passo hears each state in which not all is certain yet
     */
    public Resultado reservar(
            Carro carro,
            List<ParadaDaViagem> paradas,
            String origem,
            String destino,
            String chave,
            Consumer<Resultado> passo) {
        return repetir(new ViagemPedida(chave, new ViagemBody(carro, paradas), origem, destino), passo);
    }

    /**
     * The same for a request that may have been sent before. It is remembered until it has an answer for good, as this process
     * may end before that.
     */
    public Resultado repetir(ViagemPedida pedida, Consumer<Resultado> passo) {
        lembrar(pedida);
        Resultado resultado = ambiente.mudar(
                Alcance.TAMBEM_VIAGENS,
                Chamada.reservarViagem(pedida.pedido(), pedida.chave()),
                INCERTA.formatted(pedida.chave()));
        if (!resultado.texto("viagem_id").isEmpty()) {
            lembrar(resultado.json(), pedida);
        }
        if (!resultado.texto("viagem_id").isEmpty() || resultado.status() < INTERNAL_SERVER_ERROR) {
            esquecer(pedida);
        }
        return feita(ateOFim(resultado, resultado.texto("codigo_reserva"), passo));
    }

    /** @param codigo null: the one that is remembered */
    public Resultado cancelar(String id, String codigo, Consumer<Resultado> passo) throws IOException {
        String dela = codigo(id, codigo);
        return feita(ateOFim(
                ambiente.mudar(
                        Alcance.TAMBEM_VIAGENS, Chamada.cancelarViagem(id, dela), CANCELAMENTO_INCERTO.formatted(id)),
                dela,
                passo));
    }

    /** @param codigo null: the one that is remembered */
    public Resultado ver(String id, String codigo) throws IOException {
        return ambiente.chamar(Alcance.TAMBEM_VIAGENS, Chamada.viagem(id, codigo(id, codigo)));
    }

    /**
     * The same for a process that ends with the answer: waits until it is certain, if it becomes so in about a minute, as a
     * trip that another process left behind is carried on by this one while it lives.
     *
     * @param codigo null: the one that is remembered
     * @param passo hears each state in which not all is certain yet
     */
    public Resultado verAteOFim(String id, String codigo, Consumer<Resultado> passo) throws IOException {
        String dela = codigo(id, codigo);
        return ateOFim(ver(id, dela), dela, passo);
    }

    private Resultado ateOFim(Resultado primeiro, String codigo, Consumer<Resultado> passo) {
        Resultado agora = primeiro;
        long fim = System.nanoTime() + PACIENCIA.toNanos();
        String id = primeiro.texto("viagem_id");
        String situacao = "";
        while (INCERTAS.contains(agora.texto("situacao")) && System.nanoTime() < fim) {
            if (!situacao.equals(agora.texto("situacao"))) {
                situacao = agora.texto("situacao");
                passo.accept(agora);
            }
            if (!dormir()) {
                break;
            }
            agora = comCodigo(ambiente.chamar(Alcance.TAMBEM_VIAGENS, Chamada.viagem(id, codigo)), primeiro);
        }
        return agora;
    }

    /** The code is told only once. */
    private static Resultado comCodigo(Resultado consulta, Resultado primeiro) {
        ObjectNode json = consulta.json();
        if (!json.has("codigo_reserva") && primeiro.json().has("codigo_reserva")) {
            json.set("codigo_reserva", primeiro.json().get("codigo_reserva"));
        }
        return consulta;
    }

    /** The answer to a question about a trip says 200 whatever its state; one that reserves or cancels does not. */
    private static Resultado feita(Resultado fim) {
        return switch (fim.texto("situacao")) {
            case "em_andamento", "cancelando" -> new Resultado(202, fim.json());
            case "recusada" -> new Resultado(409, fim.json());
            default -> fim;
        };
    }

    private static boolean dormir() {
        try {
            Thread.sleep(INTERVALO_MS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void lembrar(ViagemPedida pedida) {
        try {
            ambiente.memoria().lembrar(pedida);
        } catch (IOException e) {
            ambiente.saida()
                    .aviso(
                            "O pedido não pôde ser lembrado neste computador: se for interrompido, só se repete com --chave %s. (%s)"
                                    .formatted(pedida.chave(), e));
        }
    }

    private void esquecer(ViagemPedida pedida) {
        try {
            ambiente.memoria().esquecer(pedida.chave());
        } catch (IOException e) {
            ambiente.saida().aviso("O pedido continua em Minhas reservas, embora tenha resposta. (" + e + ")");
        }
    }

    private void lembrar(JsonNode viagem, ViagemPedida pedida) {
        ViagemBody pedido = pedida.pedido();
        try {
            ambiente.memoria().lembrar(pedido.carro());
            ambiente.memoria()
                    .lembrar(new ViagemFeita(
                            viagem.path("viagem_id").asText(),
                            viagem.path("codigo_reserva").asText(),
                            pedido.carro().placa(),
                            pedida.origem(),
                            pedida.destino(),
                            pedido.paradas().get(0).inicio()));
        } catch (IOException e) {
            ambiente.saida().aviso("A viagem não pôde ser lembrada neste computador: guarde o código. (" + e + ")");
        }
    }

    private String codigo(String id, String dito) throws IOException {
        return dito != null
                ? dito
                : ambiente.memoria().viagem(id).map(ViagemFeita::codigoReserva).orElse(null);
    }
}

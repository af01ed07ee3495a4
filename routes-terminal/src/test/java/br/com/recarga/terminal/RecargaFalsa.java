package br.com.recarga.terminal;

import br.com.recarga.contract.ContractJson;
import br.com.recarga.terminal.acoes.Ambiente;
import br.com.recarga.terminal.memoria.Memoria;
import br.com.recarga.terminal.rotas.Chamada;
import br.com.recarga.terminal.rotas.Recarga;
import br.com.recarga.terminal.rotas.Resultado;
import br.com.recarga.terminal.rotas.SemBroker;
import br.com.recarga.terminal.tela.Formatos;
import br.com.recarga.terminal.tela.Saida;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Use cases that answer what a test wants, and what the terminal made of it. */
public final class RecargaFalsa implements Recarga {

    public static final String POSTOS = """
            {"server_id":"server1","status":"sucesso","codigo":"OK","postos":[
             {"id":5,"nome":"Tomba","cidade":"Feira de Santana","uf":"BA","potencia_maxima":11.0,"tipo_conector":"Tipo 2","preco_kwh":1.10,"disponivel":true,"em_manutencao":false},
             {"id":6,"nome":"Sé","cidade":"São Cristóvão","uf":"SE","potencia_maxima":60.0,"tipo_conector":"CCS2","preco_kwh":2.00,"disponivel":false,"em_manutencao":false},
             {"id":7,"nome":"Farol","cidade":"Salvador","uf":"BA","potencia_maxima":150.0,"tipo_conector":"CCS2","preco_kwh":3.10,"disponivel":false,"em_manutencao":true}]}""";

    public static final String SERVIDORES = """
            {"servidores":[{"server_id":"server1","status":"online","timestamp":"2026-12-23T09:00:00-03:00"},
             {"server_id":"server2","status":"offline","timestamp":"2026-12-23T08:00:00-03:00"}]}""";

    public static final String RESERVADA = """
            {"request_id":"r-1","status":"sucesso","codigo":"OK","mensagem":"Reservado","server_id":"server1",
             "reserva_id":"server1-01a20121-6074-7f6c-b1fd-547073455cea","codigo_reserva":"a00ae2762a9bfb52dbd1","posto_id":5,
             "placa":"ABC1D23","inicio":"2026-12-24T14:00:00-03:00","fim":"2026-12-24T16:57:00-03:00","situacao":"CONFIRMADA"}""";

    public static final String OCUPADO = """
            {"status":"erro","codigo":"POSTO_OCUPADO","mensagem":"O posto Tomba está ocupado nesse horário","server_id":"server1",
             "alternativas":[{"id":6,"nome":"Sé","cidade":"São Cristóvão","uf":"SE","potencia_maxima":60.0,"tipo_conector":"CCS2",
             "preco_kwh":2.00,"disponivel":true,"em_manutencao":false,"distancia_km":3.5}]}""";

    private final StringWriter respostas = new StringWriter();
    private final StringWriter avisos = new StringWriter();
    private final Map<String, Deque<Resultado>> resultados = new HashMap<>();
    private final List<Chamada> chamadas = new ArrayList<>();
    private final Ambiente ambiente;
    private boolean semBroker;

    /** @param pasta for what is remembered */
    public RecargaFalsa(Path pasta) {
        Clock clock = Clock.fixed(Instant.parse("2026-12-23T13:15:30Z"), ZoneId.of("America/Sao_Paulo"));
        Saida saida = new Saida(new PrintWriter(respostas), new PrintWriter(avisos), false, () -> 120);
        ambiente = new Ambiente(saida, new Formatos(clock), new Memoria(pasta), alcance -> this);
    }

    public Ambiente ambiente() {
        return ambiente;
    }

    /** The next answer of a use case; the last one is given again and again. */
    public RecargaFalsa responde(String rota, int status, String json) {
        try {
            resultados
                    .computeIfAbsent(rota, nova -> new ArrayDeque<>())
                    .add(new Resultado(status, ContractJson.mapper().readValue(json, ObjectNode.class)));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void perderBroker() {
        semBroker = true;
    }

    /** What was asked of a use case. */
    public List<Chamada> chamadas(String rota) {
        return chamadas.stream().filter(chamada -> chamada.rota().equals(rota)).toList();
    }

    public String respostas() {
        return respostas.toString();
    }

    public String avisos() {
        return avisos.toString();
    }

    @Override
    public void esperarBroker() {
        if (semBroker) {
            throw new SemBroker("tcp://localhost:1883");
        }
    }

    @Override
    public Resultado chamar(Chamada chamada) {
        chamadas.add(chamada);
        Deque<Resultado> proximos = resultados.get(chamada.rota());
        if (proximos == null) {
            throw new AssertionError("Nobody expects " + chamada);
        }
        return proximos.size() > 1 ? proximos.poll() : proximos.peek();
    }

    @Override
    public void close() {
        // nothing was started
    }
}

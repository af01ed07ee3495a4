package br.com.recarga.terminal.acoes;

import br.com.recarga.contract.AlterarBody;
import br.com.recarga.contract.Carro;
import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.ContractJson;
import br.com.recarga.contract.ReservarBody;
import br.com.recarga.contract.Resposta;
import br.com.recarga.contract.lugares.Fusos;
import br.com.recarga.terminal.acoes.Ambiente.Alcance;
import br.com.recarga.terminal.memoria.Lembrado.ReservaFeita;
import br.com.recarga.terminal.rotas.Chamada;
import br.com.recarga.terminal.rotas.Resultado;
import br.com.recarga.terminal.rotas.TextoAlheio;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;

/** Reservations, with what this terminal remembers of them. */
public final class Reservas {

    private static final String INCERTA =
            "Não se sabe se a reserva foi feita. Para repetir sem reservar duas vezes: --chave %s. Para só saber: recarga reservas --id %s; "
                    + "se ela disser que o pedido não foi feito nem será, reserve de novo sem --chave";
    private static final String CANCELAMENTO_INCERTO =
            "Não se sabe se a reserva foi cancelada. Para saber: recarga reservas --id %s";
    private static final String ALTERACAO_INCERTA =
            "Não se sabe se a reserva mudou. Para saber: recarga reservas --id %s";

    private final Ambiente ambiente;

    public Reservas(Ambiente ambiente) {
        this.ambiente = ambiente;
    }

    /**
     * @param inicio null: now
     * @param fim null: when the car will be charged
     * @param aceitaEquivalente whether another point like it will do, at the same place
     * @param chave the same for a repetition
     */
    public Resultado reservar(
            Carro carro,
            String servidor,
            Integer posto,
            OffsetDateTime inicio,
            OffsetDateTime fim,
            boolean aceitaEquivalente,
            String chave) {
        ReservarBody pedido = new ReservarBody(
                carro.placa(),
                carro.modelo(),
                carro.capacidadeBateria(),
                carro.nivelBateriaAtual(),
                carro.taxaDescarga(),
                posto,
                servidor,
                inicio,
                fim,
                carro.potenciaMaximaAc(),
                carro.potenciaMaximaCc(),
                carro.conectores(),
                aceitaEquivalente ? true : null);
        Resultado resultado = ambiente.mudar(
                Alcance.POSTOS_E_RESERVAS, Chamada.reservar(pedido, chave), INCERTA.formatted(chave, chave));
        if (resultado.deuCerto()) {
            lembrar(carro, servidor, posto, resultado.json());
        } else if (resultado.codigo() == Codigo.TEMPO_ESGOTADO) {
            ambiente.saida().aviso(INCERTA.formatted(chave, chave));
        }
        return resultado;
    }

    /** It is reserved, whatever becomes of the note of it. */
    private void lembrar(Carro carro, String servidor, Integer posto, ObjectNode resposta) {
        try {
            ambiente.memoria().lembrar(carro);
            Resposta feita = ContractJson.mapper().convertValue(resposta, Resposta.class);
            // an original server gives neither
            if (feita.reservaId() != null && feita.codigoReserva() != null) {
                ambiente.memoria()
                        .lembrar(new ReservaFeita(
                                feita.reservaId(),
                                feita.codigoReserva(),
                                servidor,
                                feita.postoId() == null ? posto : feita.postoId(),
                                carro.placa(),
                                feita.inicio(),
                                feita.fim()));
            }
        } catch (IOException | IllegalArgumentException e) {
            // the exception may quote the server
            ambiente.saida()
                    .aviso("A reserva não pôde ser lembrada neste computador: guarde o código. (%s)"
                            .formatted(TextoAlheio.limpo(e.toString())));
        }
    }

    /** What is done by the clocks of the place. */
    public interface PeloFuso {
        Resultado fazer(ZoneId fuso) throws IOException;
    }

    /** What is to be done by the clocks of a point's place; or why these are not known. */
    public Resultado comFusoDoPosto(String servidor, Integer posto, PeloFuso feito) throws IOException {
        Resultado postos = ambiente.chamar(Alcance.POSTOS_E_RESERVAS, Chamada.postos(servidor));
        if (!postos.deuCerto()) {
            return postos;
        }
        for (JsonNode um : postos.json().path("postos")) {
            if (um.path("id").asInt() == posto) {
                return feito.fazer(fuso(um));
            }
        }
        // the server says that there is none
        return feito.fazer(Fusos.BRASILIA);
    }

    /** The same of the point of a reservation. */
    public Resultado comFusoDaReserva(String id, String codigo, PeloFuso feito) throws IOException {
        Resultado reserva = ver(id, codigo);
        return reserva.json().has("reserva") ? feito.fazer(fuso(reserva.json().path("reserva"))) : reserva;
    }

    /** The zone that an answer says of a point or a reservation. */
    public static ZoneId fuso(JsonNode doLugar) {
        return Fusos.de(TextoAlheio.de(doLugar, "fuso")).orElse(Fusos.BRASILIA);
    }

    /** @param codigo null: the one that is remembered */
    public Resultado cancelar(String id, String codigo, String motivo) throws IOException {
        return ambiente.mudar(
                Alcance.POSTOS_E_RESERVAS,
                Chamada.cancelar(id, codigo(id, codigo), motivo),
                CANCELAMENTO_INCERTO.formatted(id));
    }

    /** @param codigo null: the one that is remembered */
    public Resultado alterar(String id, String codigo, OffsetDateTime inicio, OffsetDateTime fim) throws IOException {
        return ambiente.mudar(
                Alcance.POSTOS_E_RESERVAS,
                Chamada.alterar(id, codigo(id, codigo), new AlterarBody(inicio, fim)),
                ALTERACAO_INCERTA.formatted(id));
    }

    /** @param codigo null: the one that is remembered, if it is */
    public Resultado ver(String id, String codigo) throws IOException {
        return ambiente.chamar(Alcance.POSTOS_E_RESERVAS, Chamada.reserva(id, codigo(id, codigo)));
    }

    public Resultado daPlaca(String placa, String servidor, String codigo) {
        return ambiente.chamar(Alcance.POSTOS_E_RESERVAS, Chamada.reservas(placa, servidor, codigo));
    }

    /** Those that are remembered, as their servers know them now, in the shape of the answer to a plate. */
    public Resultado lembradas() throws IOException {
        Map<String, Resultado> caladas = new TreeMap<>();
        ObjectNode todas = ContractJson.mapper().createObjectNode();
        ArrayNode reservas = ContractJson.mapper().createArrayNode();
        for (ReservaFeita lembrada : ambiente.memoria().tudo().reservas()) {
            // one that does not answer is not waited for again and again
            if (caladas.containsKey(lembrada.serverId())) {
                continue;
            }
            Resultado uma = ambiente.chamar(
                    Alcance.POSTOS_E_RESERVAS, Chamada.reserva(lembrada.reservaId(), lembrada.codigoReserva()));
            if (uma.json().get("reserva") instanceof ObjectNode reserva) {
                reservas.add(reserva);
            } else if (uma.codigo() != Codigo.RESERVA_INEXISTENTE) {
                caladas.put(lembrada.serverId(), uma);
            }
        }
        if (reservas.isEmpty() && !caladas.isEmpty()) {
            return caladas.values().iterator().next();
        }
        caladas.keySet().forEach(todas.putArray("sem_resposta")::add);
        todas.set("reservas", reservas);
        return new Resultado(
                Codigo.OK.httpStatus(), todas.put("status", "sucesso").put("codigo", Codigo.OK.name()));
    }

    private String codigo(String id, String dito) throws IOException {
        return dito != null
                ? dito
                : ambiente.memoria()
                        .reserva(id)
                        .map(ReservaFeita::codigoReserva)
                        .orElse(null);
    }
}

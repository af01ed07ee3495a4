package br.com.recarga.planner;

import br.com.recarga.contract.Carro;
import br.com.recarga.contract.CurvaDeRecarga;
import br.com.recarga.contract.JanelaOcupada;
import br.com.recarga.contract.Posto;
import br.com.recarga.contract.lugares.Coordenadas;
import br.com.recarga.contract.lugares.Fusos;
import br.com.recarga.contract.lugares.LugarDito;
import br.com.recarga.contract.lugares.Suspeita;
import java.util.List;
import java.util.Optional;

/**
 * A point where a trip may stop.
 *
 * @param id unique within its server
 * @param cidade null if its operator does not say
 * @param uf null if its operator does not say
 * @param local its {@code nome} is the point's, its {@code fuso} what its operator says
 * @param potencia kW
 * @param conector null if its operator does not say
 * @param precoKwh BRL per kWh
 * @param ocupacoes in any order; they may overlap
 */
public record PontoCandidato(
        String serverId,
        int id,
        String cidade,
        String uf,
        Local local,
        double potencia,
        String conector,
        double precoKwh,
        List<JanelaOcupada> ocupacoes) {

    /** The point that a server describes; empty if it leaves out what a plan needs, or says what cannot be. */
    public static Optional<PontoCandidato> de(String serverId, Posto posto, List<JanelaOcupada> ocupacoes) {
        if (posto.id() == null
                || !noMinimo(posto.potenciaMaxima(), Double.MIN_VALUE)
                || !noMinimo(posto.precoKwh(), 0)) {
            return Optional.empty();
        }
        return Coordenadas.de(posto.localizacao())
                .map(coordenadas -> new PontoCandidato(
                        serverId,
                        posto.id(),
                        posto.cidade(),
                        posto.uf(),
                        new Local(
                                posto.nome(),
                                coordenadas,
                                Fusos.de(posto.fuso()).orElse(null)),
                        posto.potenciaMaxima(),
                        posto.tipoConector(),
                        posto.precoKwh(),
                        ocupacoes));
    }

    /** How fast this car charges here. */
    CurvaDeRecarga curva(Carro carro) {
        return CurvaDeRecarga.de(carro, potencia, conector);
    }

    /**
     * Why its coordinates cannot be trusted, in Portuguese; empty if they go together with its city, as far as anybody can tell.
     */
    public Optional<String> contradicao() {
        return new LugarDito(cidade, uf, local.coordenadas()).contradicao().map(Suspeita::mensagem);
    }

    private static boolean noMinimo(Double valor, double minimo) {
        return valor != null && valor >= minimo && valor < Double.POSITIVE_INFINITY;
    }
}

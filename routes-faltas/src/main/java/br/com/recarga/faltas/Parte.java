package br.com.recarga.faltas;

import br.com.recarga.faltas.historia.Especie;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The systems that are tried: three operators each, and two processes that drivers call. */
enum Parte {
    /** A file for each process; two clients, each with trips of its own. */
    SQLITE(
            Map.of("server1", List.of("server1"), "server2", List.of("server2"), "server3", List.of("server3")),
            Map.of("cliente1", List.of("cliente1"), "cliente2", List.of("cliente2")),
            EnumSet.complementOf(EnumSet.of(Especie.CORTAR_BANCO))),
    /** Databases of a PostgreSQL; server1 is two processes, and so is the client. */
    POSTGRESQL(
            Map.of(
                    "server1", List.of("server1-a", "server1-b"),
                    "server2", List.of("server2"),
                    "server3", List.of("server3")),
            Map.of("cliente", List.of("cliente-a", "cliente-b")),
            // whose disk is full is the PostgreSQL's
            EnumSet.complementOf(EnumSet.of(Especie.ENCHER_DISCO)));

    private final Map<String, List<String>> servidores;
    private final Map<String, List<String>> clientes;
    private final Set<Especie> especies;

    Parte(Map<String, List<String>> servidores, Map<String, List<String>> clientes, Set<Especie> especies) {
        this.servidores = servidores;
        this.clientes = clientes;
        this.especies = especies;
    }

    /** The processes of each operator. */
    Map<String, List<String>> servidores() {
        return servidores;
    }

    /** The processes of each client. */
    Map<String, List<String>> clientes() {
        return clientes;
    }

    /** The faults that can be injected here. */
    Set<Especie> especies() {
        return especies;
    }

    /** Whether some operator is several processes. */
    boolean temReplicas() {
        return servidores.values().stream().anyMatch(processos -> processos.size() > 1);
    }

    /** Whether all processes that drivers call are one client: what one is asked, the other knows. */
    boolean umSoCliente() {
        return clientes.size() == 1;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package br.com.recarga.local;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code recarga.local.*}, given as {@code --recarga.local.mqtt-port=…} on the command line.
 *
 * @param mqttPort of the embedded broker
 * @param serverPorts one server for each: {@code server1} on the first, and so on
 * @param clientPorts one client for each: {@code client_servidor_1} on the first, and so on
 * @param managementPort where Hawtio shows all of them; -1: none
 * @param dataDir for the databases
 * @param postosDir with the points of each server, {@code server1.csv} and so on
 */
public record LocalSettings(
        @DefaultValue("1883") int mqttPort,
        @DefaultValue({"9007", "9002", "9003"}) List<Integer> serverPorts,
        @DefaultValue({"8001", "8002"}) List<Integer> clientPorts,
        @DefaultValue("9876") int managementPort,
        @DefaultValue("data/run") Path dataDir,
        @DefaultValue("data") Path postosDir) {

    /** All ports that have to be free. */
    IntStream ports() {
        return Stream.of(Stream.of(mqttPort, managementPort), serverPorts.stream(), clientPorts.stream())
                .flatMap(ports -> ports)
                .mapToInt(Integer::intValue)
                .filter(port -> port > 0);
    }
}

package br.com.recarga.server.carros;

import br.com.recarga.contract.CarroTelemetria;
import br.com.recarga.server.janelas.Instantes;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;

/** What a car's own words mean for its row. */
@Service
public class CarrosService {

    private final Clock clock;

    CarrosService(Clock clock) {
        this.clock = clock;
    }

    /** Parameters of {@code carro-atualizar.sql} and {@code carro-alertar.sql}; null is what the car did not tell. */
    public Map<String, Object> parametros(CarroTelemetria carro) {
        Map<String, Object> parametros = new HashMap<>();
        parametros.put("placa", carro.placa());
        parametros.put("nivel_bateria", carro.nivelBateria());
        parametros.put("taxa_descarga", carro.taxaDescarga());
        parametros.put("em_carregamento", carro.emCarregamento());
        parametros.put("latitude", coordenada(carro, 0));
        parametros.put("longitude", coordenada(carro, 1));
        parametros.put("agora", Instantes.format(Instant.now(clock)));
        return parametros;
    }

    private static Double coordenada(CarroTelemetria carro, int index) {
        return carro.localizacao() == null
                ? null
                : Double.valueOf(carro.localizacao().split(",")[index]);
    }
}

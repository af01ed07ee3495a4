package br.com.recarga.terminal.comandos;

import br.com.recarga.contract.carros.CarroDoCatalogo;
import br.com.recarga.contract.carros.Catalogo;
import br.com.recarga.terminal.rotas.FiltroDePostos;
import java.util.List;
import java.util.Optional;

/** The models of the bundled catalogue, by what people call them. */
final class Modelos {

    private Modelos() {}

    /** With its maker, or without if no other maker has one of that name. @param nome null: none was said */
    static Optional<CarroDoCatalogo> procurar(String nome) {
        if (nome == null) {
            return Optional.empty();
        }
        String dito = FiltroDePostos.simples(nome);
        return Catalogo.carros().stream()
                .filter(carro -> FiltroDePostos.simples(carro.marca() + " " + carro.modelo())
                        .equals(dito))
                .findFirst()
                .or(() -> unico(dito));
    }

    private static Optional<CarroDoCatalogo> unico(String dito) {
        List<CarroDoCatalogo> assim = Catalogo.carros().stream()
                .filter(carro -> FiltroDePostos.simples(carro.modelo()).equals(dito))
                .toList();
        return assim.size() == 1 ? Optional.of(assim.get(0)) : Optional.empty();
    }
}

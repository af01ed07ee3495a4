package br.com.recarga.contract;

import java.util.List;

/** A request that is refused before anything was done; it carries no stack trace, as nothing went wrong inside. */
public final class PedidoRecusado extends RuntimeException {

    /** What people are told of a request of which a field is wrong. */
    public static final String INVALIDO = "Há campos inválidos no pedido";

    private static final long serialVersionUID = 1L;

    private final Codigo codigo;
    private final transient List<ErroCampo> erros;
    private final transient List<Posto> alternativas;

    /**
     * @param mensagem for people, in Portuguese
     * @param erros the fields that are wrong; null if none is to be named
     */
    public PedidoRecusado(Codigo codigo, String mensagem, List<ErroCampo> erros) {
        this(codigo, mensagem, erros, null);
    }

    private PedidoRecusado(Codigo codigo, String mensagem, List<ErroCampo> erros, List<Posto> alternativas) {
        super(mensagem, null, false, false);
        this.codigo = codigo;
        this.erros = erros;
        this.alternativas = alternativas;
    }

    public PedidoRecusado(Codigo codigo, String mensagem) {
        this(codigo, mensagem, null);
    }

    /** One field that is wrong. */
    public static PedidoRecusado campo(String campo, String mensagem) {
        return new PedidoRecusado(Codigo.DADOS_INVALIDOS, INVALIDO, List.of(new ErroCampo(campo, mensagem)));
    }

    /** Refuses if a field is wrong. */
    public static void seHouver(List<ErroCampo> erros) {
        if (!erros.isEmpty()) {
            throw new PedidoRecusado(Codigo.DADOS_INVALIDOS, INVALIDO, erros);
        }
    }

    /** The same refusal, of a part of the request whose path is given. */
    public PedidoRecusado em(String path) {
        List<ErroCampo> nested = erros.stream()
                .map(erro -> new ErroCampo(path + "." + erro.campo(), erro.mensagem()))
                .toList();
        return new PedidoRecusado(codigo, getMessage(), nested);
    }

    /** The same refusal, with points that could be had instead. */
    public PedidoRecusado com(List<Posto> outros) {
        return new PedidoRecusado(codigo, getMessage(), erros, outros);
    }

    public Codigo codigo() {
        return codigo;
    }

    public List<ErroCampo> erros() {
        return erros;
    }

    /** Null if none are to be told. */
    public List<Posto> alternativas() {
        return alternativas;
    }
}

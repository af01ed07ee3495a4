package br.com.recarga.contract;

/**
 * A QR code, to be drawn at any size.
 *
 * @param lado of the square, in modules, without the four that have to stay empty around it
 * @param caminho of all dark modules, as SVG has paths; a module is one unit
 */
@WireFormat
public record RespostaQr(String requestId, Status status, Codigo codigo, int lado, String caminho) {}

package br.com.recarga.contract;

import br.com.recarga.contract.validation.SemControle;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The body of {@code POST /qr}.
 *
 * @param texto what whoever photographs the code reads
 */
@WireFormat
public record QrBody(@NotBlank @Size(max = 512) @SemControle String texto) {}

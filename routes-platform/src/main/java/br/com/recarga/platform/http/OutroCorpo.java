package br.com.recarga.platform.http;

import org.springframework.http.MediaType;

/**
 * A path whose bodies are not JSON, or larger than others.
 *
 * @param maxBytes the largest body
 */
public record OutroCorpo(String path, MediaType type, int maxBytes) {}

package br.com.recarga.server.replicas;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code recarga.*} of a server that may be several processes.
 *
 * @param replicas whether others serve beside this one, as the same server and on the same database
 */
@ConfigurationProperties("recarga")
record ReplicasSettings(@DefaultValue("false") boolean replicas) {}

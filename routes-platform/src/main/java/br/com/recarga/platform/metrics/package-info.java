/** What a monitoring system reads of a process, where somebody has one: {@code recarga.metricas}. */
package br.com.recarga.platform.metrics;

/** What a server hears and tells without being asked: cars, points, arrivals. */
package br.com.recarga.server.telemetria;

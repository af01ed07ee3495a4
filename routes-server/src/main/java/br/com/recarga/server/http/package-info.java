/** The way in over HTTP, for the operator: the same use cases through another door, and how the server is. */
package br.com.recarga.server.http;

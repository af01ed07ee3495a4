/** The management port: health for everybody, Hawtio and Jolokia for whoever has the password. */
package br.com.recarga.platform.management;

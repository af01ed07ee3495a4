/** What every HTTP door has: bodies that are JSON and small, and the contract's error shape for whatever no route answers. */
package br.com.recarga.platform.http;

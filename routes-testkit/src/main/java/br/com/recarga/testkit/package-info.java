/** What the tests of several modules need: free ports, and the gate of route coverage. */
package br.com.recarga.testkit;

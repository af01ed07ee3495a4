/** What the tests of several modules need: free ports, a reader of events, and the gate of route coverage. */
package br.com.recarga.testkit;

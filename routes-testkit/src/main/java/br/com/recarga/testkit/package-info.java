/** What the tests of several modules need: the rules of the floor plan, free ports, a reader of events, what no parameter may take, and the gate of route coverage. */
package br.com.recarga.testkit;

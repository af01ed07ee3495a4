/** What the tests of several modules need: a peer that shares no code with ours, and the gate of route coverage. */
package br.com.recarga.testkit;

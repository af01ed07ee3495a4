/** Planning a trip: which points to charge at, when and how much; pure logic, without messages. */
package br.com.recarga.planner;

package br.com.recarga.testkit.planted;

/** The root of a house in which every rule is broken once. */
public final class Casa {}

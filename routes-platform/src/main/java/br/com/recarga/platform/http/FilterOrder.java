package br.com.recarga.platform.http;

import org.springframework.core.Ordered;

/** Who sees a request before whom. All of them come before Spring's filters that take a body or a parameter. */
public final class FilterOrder {

    /** Whether anybody is there to answer. */
    public static final int DOOR = Ordered.HIGHEST_PRECEDENCE;

    /** Whether the query can be read, before anything reads a parameter. */
    public static final int QUERY = DOOR + 1;

    /** Who asks, before a body is read. */
    public static final int CREDENTIAL = QUERY + 1;

    /** Whether the body can be read. */
    public static final int BODY = CREDENTIAL + 1;

    /** What an application has to say before its routes. */
    public static final int APPLICATION = BODY + 1;

    private FilterOrder() {}
}

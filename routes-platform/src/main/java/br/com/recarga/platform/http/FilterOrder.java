package br.com.recarga.platform.http;

import org.springframework.core.Ordered;

/** Who sees a request before whom. All of them come before Spring's filters that take a body or a parameter. */
public final class FilterOrder {

    /** What becomes of a body that nobody has read. */
    public static final int REST_OF_BODY = Ordered.HIGHEST_PRECEDENCE;

    /** Whether anybody is there to answer. */
    public static final int DOOR = REST_OF_BODY + 1;

    /** Whether this address has asked too often. */
    public static final int LIMITS = DOOR + 1;

    /** Whether the query can be read, before anything reads a parameter. */
    public static final int QUERY = LIMITS + 1;

    /** Whether this address has guessed too often. */
    public static final int LOGIN = QUERY + 1;

    /** Who asks, before a body is read. */
    public static final int CREDENTIAL = LOGIN + 1;

    /** What an application has to say before its routes. */
    public static final int APPLICATION = CREDENTIAL + 1;

    /** Whatever says what a path means. */
    public static final int PATH = APPLICATION + 1;

    /** Whether the body can be read, once nobody refuses the request without it. */
    public static final int BODY = PATH + 1;

    /** What a route answers whose path is the request's; any other goes on to Spring, whose filters do nothing for a route. */
    public static final int ROUTE = BODY + 1;

    private FilterOrder() {}
}

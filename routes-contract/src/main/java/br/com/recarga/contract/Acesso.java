package br.com.recarga.contract;

/**
 * Who has come in as an operator.
 *
 * @param usuario the name that was given with the password
 * @param papel what that one may do
 */
@WireFormat
public record Acesso(Status status, Codigo codigo, String serverId, String usuario, Papel papel) {

    public Acesso(String serverId, String usuario, Papel papel) {
        this(Status.SUCESSO, Codigo.OK, serverId, usuario, papel);
    }
}

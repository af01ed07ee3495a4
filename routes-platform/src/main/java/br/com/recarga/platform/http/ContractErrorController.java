package br.com.recarga.platform.http;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.Resposta;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what no route answered (unknown path, wrong method, a fault of the container) in the contract's error shape. */
@RestController
public final class ContractErrorController implements ErrorController {

    @RequestMapping("${server.error.path:/error}")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus resolved = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        HttpStatus status = resolved == null ? HttpStatus.INTERNAL_SERVER_ERROR : resolved;
        Recusa.escrever(response, status, reply(status));
    }

    static Resposta reply(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> Resposta.erro(null, null, Codigo.DADOS_INVALIDOS, "Esse caminho não existe");
            case METHOD_NOT_ALLOWED ->
                Resposta.erro(null, null, Codigo.DADOS_INVALIDOS, "Esse caminho não aceita esse método");
            case UNAUTHORIZED, FORBIDDEN -> Resposta.erro(null, null, Codigo.NAO_AUTORIZADO, "Não autorizado");
            case SERVICE_UNAVAILABLE ->
                Resposta.erro(null, null, Codigo.SERVIDOR_INDISPONIVEL, "O serviço está indisponível no momento");
            default ->
                status.is4xxClientError()
                        ? Resposta.erro(null, null, Codigo.DADOS_INVALIDOS, "O pedido não pôde ser entendido")
                        : Resposta.erro(null, null, Codigo.ERRO_INTERNO, "Erro interno");
        };
    }
}

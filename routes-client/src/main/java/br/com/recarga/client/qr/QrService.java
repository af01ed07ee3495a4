package br.com.recarga.client.qr;

import br.com.recarga.contract.Codigo;
import br.com.recarga.contract.RespostaQr;
import br.com.recarga.contract.Status;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Draws QR codes. */
@Service
class QrService {

    private static final Map<EncodeHintType, Object> UTF_8 =
            Map.of(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name());

    /** @param texto as the contract bounds it: any such fits into a code of which a seventh may be dirty */
    RespostaQr desenhar(String requestId, String texto) {
        try {
            ByteMatrix modulos =
                    Encoder.encode(texto, ErrorCorrectionLevel.M, UTF_8).getMatrix();
            return new RespostaQr(requestId, Status.SUCESSO, Codigo.OK, modulos.getWidth(), caminho(modulos));
        } catch (WriterException tooLong) {
            throw new IllegalStateException(tooLong);
        }
    }

    /** Each run of dark modules of a row is a rectangle. */
    private static String caminho(ByteMatrix modulos) {
        StringBuilder caminho = new StringBuilder();
        for (int y = 0; y < modulos.getHeight(); y++) {
            for (int x = 0; x < modulos.getWidth(); x++) {
                int inicio = x;
                while (x < modulos.getWidth() && modulos.get(x, y) == 1) {
                    x++;
                }
                if (x > inicio) {
                    caminho.append("M%d %dh%dv1H%dz".formatted(inicio, y, x - inicio, inicio));
                }
            }
        }
        return caminho.toString();
    }
}

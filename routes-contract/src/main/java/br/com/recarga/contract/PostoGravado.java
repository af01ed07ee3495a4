package br.com.recarga.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * A point after its operator has described it: the point's own fields, and what there is to say of that.
 *
 * @param afetadas how many reservations that wait for their cars are told that the point is not any more what they reserved;
 *     absent for a new point
 * @param avisos what is doubtful of the point and was taken all the same; absent: nothing
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PostoGravado(@JsonUnwrapped Posto posto, Integer afetadas, List<ErroCampo> avisos) {}

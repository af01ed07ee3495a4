package br.com.recarga.contract.validation;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Of some components of a record, one must be there. */
@Documented
@Constraint(validatedBy = Presentes.Validator.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Presentes {

    /** The names of the components. */
    String[] value();

    /** Whether no more than one may be there. */
    boolean soUm();

    String message();

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Reports on all that are there if they should not be together, on the first if none is. */
    class Validator implements ConstraintValidator<Presentes, Record> {

        private List<String> nomes;
        private boolean soUm;

        @Override
        public void initialize(Presentes annotation) {
            nomes = List.of(annotation.value());
            soUm = annotation.soUm();
        }

        @Override
        public boolean isValid(Record pedido, ConstraintValidatorContext context) {
            Set<String> presentes = presentes(pedido);
            if (presentes.size() == 1 || presentes.size() > 1 && !soUm) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            for (String nome : presentes.isEmpty() ? nomes.subList(0, 1) : presentes) {
                context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                        .addPropertyNode(nome)
                        .addConstraintViolation();
            }
            return false;
        }

        private Set<String> presentes(Record pedido) {
            return Stream.of(pedido.getClass().getRecordComponents())
                    .filter(component -> nomes.contains(component.getName()))
                    .filter(component -> {
                        try {
                            return component.getAccessor().invoke(pedido) != null;
                        } catch (ReflectiveOperationException impossible) {
                            throw new IllegalStateException(impossible);
                        }
                    })
                    .map(component -> component.getName())
                    .collect(Collectors.toSet());
        }
    }
}

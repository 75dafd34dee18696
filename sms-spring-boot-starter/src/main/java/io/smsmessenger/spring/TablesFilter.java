package io.smsmessenger.spring;

import io.smsmessenger.jpa.SmsEntities;
import jakarta.persistence.Table;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.Sequence;
import org.hibernate.cfg.SchemaToolingSettings;
import org.hibernate.tool.schema.spi.SchemaFilter;
import org.hibernate.tool.schema.spi.SchemaFilterProvider;

/**
 * Hides our tables from what Hibernate creates, changes, empties and drops (with an in-memory database, by Spring Boot's
 * default): what it would make of them lacks keys on which correctness rests. To validate them it may.
 */
final class TablesFilter implements SchemaFilterProvider {
    static final String SETTING = SchemaToolingSettings.HBM2DDL_FILTER_PROVIDER;

    private final SchemaFilter withoutOurs = new WithoutOurs();

    @Override
    public SchemaFilter getCreateFilter() {
        return withoutOurs;
    }

    @Override
    public SchemaFilter getDropFilter() {
        return withoutOurs;
    }

    @Override
    public SchemaFilter getTruncatorFilter() {
        return withoutOurs;
    }

    @Override
    public SchemaFilter getMigrateFilter() {
        return withoutOurs;
    }

    @Override
    public SchemaFilter getValidateFilter() {
        return SchemaFilter.ALL;
    }

    private static final class WithoutOurs implements SchemaFilter {
        private final Set<String> ours = SmsEntities.classes().stream()
                .map(type -> type.getAnnotation(Table.class).name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());

        @Override
        public boolean includeNamespace(Namespace namespace) {
            return true;
        }

        @Override
        public boolean includeTable(org.hibernate.mapping.Table table) {
            return !ours.contains(table.getName().toLowerCase(Locale.ROOT));
        }

        @Override
        public boolean includeSequence(Sequence sequence) {
            return true;
        }
    }
}

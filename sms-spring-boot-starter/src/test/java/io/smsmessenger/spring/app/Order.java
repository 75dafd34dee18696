package io.smsmessenger.spring.app;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An entity of the host's own. */
@Entity
@Table(name = "host_order")
public class Order {
    @Id
    @GeneratedValue
    private Long id;

    private String what;

    protected Order() {}

    public Order(String what) {
        this.what = what;
    }

    public Long id() {
        return id;
    }

    public String what() {
        return what;
    }

    public void rename(String name) {
        what = name;
    }
}
